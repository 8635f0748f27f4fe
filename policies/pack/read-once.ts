import structs from "google-protobuf/google/protobuf/struct_pb.js";

// The SDK reads all properties of a resource anew for every rule, used or not; of a hundred kilobytes of a CRD that takes
// longer than all rules do.
const { Struct } = structs;
const read = new WeakMap<object, ReturnType<InstanceType<typeof Struct>["toJavaScript"]>>();
// eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its receiver below
const { toJavaScript } = Struct.prototype;
Struct.prototype.toJavaScript = function readOnce() {
  const known = read.get(this) ?? toJavaScript.call(this);
  read.set(this, known);
  return known;
};
