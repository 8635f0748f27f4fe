import { program } from "./program.ts";

const outputs = await program();

// The engine takes a default export as the stack's outputs
export default outputs;
