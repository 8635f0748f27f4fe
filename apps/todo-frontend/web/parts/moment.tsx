const long = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const time = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });
const day = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });

/** A moment with date and time, in the browser's zone. */
export const momentText = (moment: string): string => long.format(new Date(moment));

/** The day of a moment, `Today` for today. */
export const dayText = (moment: string): string => {
  const text = day.format(new Date(moment));
  return text === day.format(new Date()) ? "Today" : text;
};

export const Moment = ({ at, short = false }: { at: string; short?: boolean }) => (
  <time dateTime={at} title={momentText(at)}>
    {short ? time.format(new Date(at)) : momentText(at)}
  </time>
);
