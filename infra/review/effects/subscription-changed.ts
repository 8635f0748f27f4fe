import { deliveriesOf, type Delivery } from "../objects/inventory.ts";
import { sharedKeys } from "../situation.ts";
import type { EffectRule, Found } from "./effect.ts";

const routesText = ({ routes }: Delivery): string =>
  routes.map(({ path, match }) => (match === "" ? path : `${path} if ${match}`)).join(", ");

const routes = (was: Delivery, is: Delivery): Found[] =>
  routesText(was) === routesText(is)
    ? []
    : [
        {
          risk: "none",
          subject: is.app,
          text: `receives ${is.topic} on ${routesText(is)} instead of ${routesText(was)}`,
          advice: "An app that answers 404 loses the event: it must serve the new routes before.",
        },
      ];

const deadLetters = (was: Delivery, is: Delivery): Found[] => {
  if (was.deadLetter === is.deadLetter) return [];
  if (is.deadLetter === undefined)
    return [
      {
        risk: "data-loss",
        subject: is.app,
        text: `has no dead letters for ${is.topic} any more: an event that fails to the end is dropped`,
      },
    ];
  const before = was.deadLetter === undefined ? "" : ` instead of ${was.deadLetter}`;
  return [{ risk: "none", subject: is.app, text: `sends dead letters of ${is.topic} to ${is.deadLetter}${before}` }];
};

const bulk = (was: Delivery, is: Delivery): Found[] =>
  was.bulk === is.bulk
    ? []
    : [
        {
          risk: "none",
          subject: is.app,
          text:
            is.bulk === undefined
              ? `receives events of ${is.topic} one by one`
              : `receives events of ${is.topic} in bulk (${is.bulk})`,
          advice: "The form of its requests changes: the app must know both, or be rolled out with it.",
        },
      ];

export const subscriptionChanged: EffectRule = {
  name: "subscription",
  about: "Routes, dead letters or bulk delivery of a subscription change.",
  find: ({ before, after }) => {
    const [had, has] = [deliveriesOf(before), deliveriesOf(after)];
    return sharedKeys(had, has).flatMap((key): Found[] => {
      const [was, is] = [had.get(key), has.get(key)];
      return was && is ? [...routes(was, is), ...deadLetters(was, is), ...bulk(was, is)] : [];
    });
  },
};
