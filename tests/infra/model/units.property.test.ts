import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { didYouMean, dnsLabel, kafkaTopicName } from "../../../infra/model/names.ts";
import { toBytes, toMilliseconds, toSeconds } from "../../../infra/model/units.ts";

const factor = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;
const bytes = { Ki: 1_024, Mi: 1_048_576, Gi: 1_073_741_824 } as const;
const keys = <T extends object>(object: T): (keyof T)[] => Object.keys(object) as (keyof T)[];

describe("durations", () => {
  test("are the number times the unit", () => {
    const duration = fc.tuple(fc.nat(1_000_000), fc.constantFrom(...keys(factor)));
    fc.assert(
      fc.property(duration, ([count, unit]) => {
        expect(toMilliseconds(`${count}${unit}`)).toBe(count * factor[unit]);
        expect(toSeconds(`${count}${unit}`)).toBe(Math.ceil((count * factor[unit]) / 1_000));
      }),
    );
  });

  test("are nothing else", () => {
    const isDuration = /^\d+(\.\d+)?(ms|s|m|h)$/;
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
        expect(Number.isNaN(toMilliseconds(text))).toBe(!isDuration.test(text));
      }),
      { examples: [["5 s"], ["-5s"], [""], ["s"], ["1d"], ["1e3s"], ["5S"], ["1h30m"]] },
    );
  });
});

describe("sizes", () => {
  test("are the number times a power of 1,024", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.constantFrom(...keys(bytes)), (count, unit) => {
        expect(toBytes(`${count}${unit}`)).toBe(count * bytes[unit]);
      }),
    );
  });

  test("are nothing else", () => {
    const isSize = /^\d+(Ki|Mi|Gi)$/;
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(Number.isNaN(toBytes(text))).toBe(!isSize.test(text));
      }),
      { examples: [["128MB"], ["1.5Gi"], ["1024"], ["1gi"], ["1 Gi"]] },
    );
  });
});

describe("names", () => {
  test("of objects are DNS-1123 labels, as Kubernetes judges them", () => {
    // k8s.io/apimachinery validation.IsDNS1123Label, in other words.
    const isLabel = (text: string): boolean =>
      text.length >= 1 &&
      text.length <= 63 &&
      [...text].every((char) => "abcdefghijklmnopqrstuvwxyz0123456789-".includes(char)) &&
      !text.startsWith("-") &&
      !text.endsWith("-");
    const likely = fc.string({ unit: fc.constantFrom(..."ab-z09A_."), maxLength: 70 });
    fc.assert(
      fc.property(likely, (text) => {
        expect(dnsLabel.test(text)).toBe(isLabel(text));
      }),
      { numRuns: 1_000 },
    );
  });

  test("of topics have 1 to 249 of Kafka's characters", () => {
    const likely = fc.string({ unit: fc.constantFrom(..."aZ0._-/ "), maxLength: 260 });
    fc.assert(
      fc.property(likely, (text) => {
        const legal = text.length >= 1 && text.length <= 249 && !/[/ ]/.test(text);
        expect(kafkaTopicName.test(text)).toBe(legal);
      }),
    );
  });

  test("with one letter wrong are guessed", () => {
    const known = ["todo-backend", "todo-frontend", "notification-service", "audit-service"];
    fc.assert(
      fc.property(fc.constantFrom(...known), fc.nat(11), fc.constantFrom(..."xyz"), (name, at, letter) => {
        expect(didYouMean(name.slice(0, at) + letter + name.slice(at + 1), known)).toBe(name);
      }),
    );
  });

  test("that resemble nothing are not guessed", () => {
    expect(didYouMean("completely-different", ["todo-backend", "audit-service"])).toBeUndefined();
  });
});
