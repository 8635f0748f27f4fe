import { exactlyOnceTests } from "./exactly-once.ts";

exactlyOnceTests({ tasks: 10_000, users: 200 });
