import { conflictRows } from "../domain/conflict-rows.ts";
import { Dialog } from "../parts/dialog.tsx";
import { momentText } from "../parts/moment.tsx";
import { conflict } from "../state/conflict.ts";
import type { Conflict } from "../state/conflict.ts";

const close = (): void => {
  conflict.value = undefined;
};

/** Shows what was changed elsewhere, and lets the user decide. */
export function ConflictDialog({ met }: { met: Conflict }) {
  const { base, change, theirs } = met;
  const rows = conflictRows(base, change ?? {}, theirs, momentText);
  const keep = (): void => {
    close();
    met.keepMine();
  };
  return (
    <Dialog id="conflict" title="Changed elsewhere" onClose={close}>
      <p>
        “{base.title}” was changed in another place while you {change ? "worked on it" : "deleted it"}.
      </p>
      <table class="compare">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">There</th>
            {change && <th scope="col">Yours</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, before, theirs: there, mine }) => (
            <tr key={name} data-testid="conflict-row">
              <th scope="row">{name}</th>
              <td>
                {there}
                {there !== before && <span class="was"> was {before}</span>}
              </td>
              {change && <td>{mine ?? <span class="muted">not changed</span>}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">
        {change
          ? "“Keep mine” applies your fields on top of the task as it is now; its other fields stay."
          : "“Delete anyway” deletes the task as it is now."}
      </p>
      <footer>
        <button type="button" class="quiet" data-testid="take-theirs" data-autofocus onClick={close}>
          {change ? "Take theirs" : "Keep the task"}
        </button>
        <button type="button" class={change ? "primary" : "danger"} data-testid="keep-mine" onClick={keep}>
          {change ? "Keep mine" : "Delete anyway"}
        </button>
      </footer>
    </Dialog>
  );
}
