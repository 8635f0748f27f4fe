import { deliveriesOf, type Inventory } from "../objects/inventory.ts";
import type { Situation } from "../situation.ts";

/** Topic -> who receives it, by which pub/sub component and on which route. */
const readersOf = (inventory: Inventory): Map<string, string> => {
  const byTopic = Map.groupBy(deliveriesOf(inventory).values(), ({ topic }) => topic);
  return new Map(
    [...byTopic].map(([topic, deliveries]) => [
      topic,
      deliveries
        .map(({ app, pubsub }) => `${app} ${pubsub}`)
        .sort()
        .join("\n"),
    ]),
  );
};

const isDeadLetterOf = (topic: string, inventory: Inventory): string | undefined =>
  inventory.subscriptions.find(({ deadLetter }) => deadLetter === topic)?.topic;

/** Topics that go while one with the same receivers comes: old name -> new name. Dead letters follow their topics. */
export const renamedTopics = ({ before, after }: Situation): Map<string, string> => {
  const [had, has] = [readersOf(before), readersOf(after)];
  const gone = [...had].filter(([topic]) => !has.has(topic));
  const come = [...has].filter(([topic]) => !had.has(topic));
  const direct = new Map(
    gone
      .filter(([topic]) => isDeadLetterOf(topic, before) === undefined)
      .flatMap(([topic, readers]): [string, string][] => {
        const heirs = come.filter(
          ([candidate, others]) => others === readers && isDeadLetterOf(candidate, after) === undefined,
        );
        return heirs.length === 1 && heirs[0] ? [[topic, heirs[0][0]]] : [];
      }),
  );
  const letters = gone.flatMap(([topic]): [string, string][] => {
    const heir = direct.get(isDeadLetterOf(topic, before) ?? "");
    const letter = after.subscriptions.find((subscription) => subscription.topic === heir)?.deadLetter;
    return letter === undefined ? [] : [[topic, letter]];
  });
  return new Map([...direct, ...letters]);
};
