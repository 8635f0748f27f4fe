import { hostileInputTests } from "./hostile-input.ts";

hostileInputTests(10_000);
