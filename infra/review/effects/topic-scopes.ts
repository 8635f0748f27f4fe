/** Topics by app of a pub/sub component's scopes: `app=a,b;other=c`. `undefined`: every app may use every topic. */
export const topicScopes = (text: string | undefined): ReadonlyMap<string, readonly string[]> | undefined =>
  text === undefined || text === ""
    ? undefined
    : new Map(
        text.split(";").map((entry): [string, string[]] => {
          const [app = "", topics = ""] = entry.split("=");
          return [
            app.trim(),
            topics
              .split(",")
              .map((topic) => topic.trim())
              .filter((topic) => topic !== ""),
          ];
        }),
      );
