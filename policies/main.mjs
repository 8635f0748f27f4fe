// A file that is no TypeScript: the published runner hooks a type checker to the first `.ts` that is required, which
// knows neither ES modules nor file endings. What is imported from here is read by Node itself.
import "./index.ts";
