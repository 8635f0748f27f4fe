const paths = {
  check: "m5 12.5 4.5 4.5L19 7.5",
  plus: "M12 5v14M5 12h14",
  trash: "M4 7h16M9 7V4h6v3m3 0-1 13H7L6 7m4 4v5m4-5v5",
  search: "m20 20-4.5-4.5M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0Z",
  repeat: "M4 11V9a3 3 0 0 1 3-3h12m0 0-3-3m3 3-3 3m4 4v2a3 3 0 0 1-3 3H5m0 0 3 3m-3-3 3-3",
  bell: "M18 15V10a6 6 0 1 0-12 0v5l-2 2.5h16L18 15Zm-8 5.5h4",
  calendar: "M4 9h16M8 3v4m8-4v4M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Z",
  flag: "M6 21V4h12l-2.5 4L18 12H6",
  list: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  clock: "M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z",
  chat: "M5 5h14a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-7l-4.5 4V16H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Z",
  user: "M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM4.5 20.5c1-4 4-5.5 7.5-5.5s6.5 1.500 7.500 5.500",
  close: "m6 6 12 12M18 6 6 18",
  sliders: "M4 7h10m4 0h2M4 17h2m4 0h10M16 7a2 2 0 1 1-.01 0ZM8 17a2 2 0 1 1-.01 0Z",
  tool: "m14 6 4 4M4 20l9-9m1.500-6.500a4 4 0 0 0-1 5l1 1 1 1a4 4 0 0 0 5-5l-2.500 2.500-3-.5-.5-3L17 4a4 4 0 0 0-2.500.500Z",
  send: "M5 12h14m-6-6 6 6-6 6",
} as const;

export type IconName = keyof typeof paths;

/** A drawing that says nothing to a screen reader: a name stands beside it. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={paths[name]} />
  </svg>
);
