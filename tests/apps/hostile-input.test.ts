import { hostileInputTests } from "./hostile/hostile-input.ts";

// hostile-input.long.test.ts sends more.
hostileInputTests(1500);
