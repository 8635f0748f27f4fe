import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "allowed by default",
    (graph) => {
      graph.props("Configuration todo/apps").spec.secrets.scopes[0].defaultAccess = "allow";
    },
    [
      "configuration-restricts-secrets: Configuration todo/apps: spec.secrets.scopes[0].defaultAccess is not deny. List the stores under spec.secrets.scopes with defaultAccess deny and the app's allowedSecrets.",
    ],
  ),
  broken(
    "no scopes",
    (graph) => {
      delete graph.props("Configuration todo/apps").spec.secrets;
    },
    [
      "configuration-restricts-secrets: Configuration todo/apps: spec.secrets.scopes is empty. List the stores under spec.secrets.scopes with defaultAccess deny and the app's allowedSecrets.",
    ],
  ),
];
