import { presets } from "../domain/recurrence-text.ts";
import { described, Field } from "../parts/field.tsx";
import type { EditorParts } from "./task-editor.tsx";

const Tags = ({ form, problems, set }: EditorParts) => (
  <Field id="tags" label="Tags" hint="Separated by commas" problem={problems.value["tags"]}>
    <input
      {...described("tags", problems.value["tags"], true)}
      data-testid="task-tags"
      autocomplete="off"
      value={form.value.tags}
      onInput={(event) => set({ tags: event.currentTarget.value })}
    />
  </Field>
);

/** How a task is labelled, and when it comes again: by name, or by a rule of RFC 5545. */
export function RepeatFields(parts: EditorParts) {
  const { form, problems, set } = parts;
  const problem = problems.value["recurrence"];
  const { repeat, rule } = form.value;
  const choose = (value: string): void =>
    set(value === "custom" && rule === "" ? { repeat: value, rule: repeat } : { repeat: value });
  return (
    <>
      <div class="row">
        <Tags {...parts} />
        <Field id="repeat" label="Repeats" problem={repeat === "custom" ? undefined : problem}>
          <select
            {...described("repeat", repeat === "custom" ? undefined : problem)}
            data-testid="task-repeat"
            value={repeat}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            <option value="">Does not repeat</option>
            {presets.map((preset) => (
              <option key={preset.rule} value={preset.rule}>
                {preset.name}
              </option>
            ))}
            <option value="custom">By a rule …</option>
          </select>
        </Field>
      </div>
      {repeat === "custom" && (
        <Field id="rule" label="Rule (RFC 5545)" problem={problem}>
          <input
            {...described("rule", problem)}
            data-testid="task-rule"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            placeholder="FREQ=WEEKLY;BYDAY=MO,TH"
            maxLength={300}
            value={rule}
            onInput={(event) => set({ rule: event.currentTarget.value })}
          />
        </Field>
      )}
    </>
  );
}
