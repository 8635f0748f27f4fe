import { exactlyOnceTests } from "./exactly-once.ts";

// exactly-once.long.test.ts does more of it.
exactlyOnceTests({ tasks: 200, users: 4 });
