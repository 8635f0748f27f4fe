import { program } from "./program.ts";

const outputs = await program();

// eslint-disable-next-line import-x/no-default-export -- the engine takes a default export as the stack's outputs
export default outputs;
