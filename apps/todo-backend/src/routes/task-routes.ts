import { newTask, taskChange, taskQuery } from "@todo-platform/contracts";
import type { Task, TaskChange } from "@todo-platform/contracts";
import { Problem, userOf, validate } from "@todo-platform/service-kit";
import { Router } from "express";
import type { Request, Response } from "express";
import { changeTask } from "../domain/change-task.ts";
import { checkRecurrence } from "../domain/check-recurrence.ts";
import { etagOf, ifMatchAllows } from "../domain/if-match.ts";
import { withNormalMoments } from "../domain/with-normal-moments.ts";
import type { FollowUps } from "../events/follow-ups.ts";
import type { TaskStore } from "../stores/task-store.ts";
import { foundTask, taskIdOf } from "./task-of.ts";

const checkVersion =
  (request: Request) =>
  (task: Task): void => {
    if (ifMatchAllows(request.header("if-match"), task.version)) return;
    throw new Problem(412, `The task has changed meanwhile: it is at version ${task.version}.`);
  };

const send = (response: Response, task: Task, status = 200): void => {
  response.status(status).set("etag", etagOf(task.version)).json(task);
};

/** `/tasks`: the tasks of the user who sends the request. */
export function taskRoutes(tasks: TaskStore, followUps: FollowUps): Router {
  const router = Router();
  const change = async (request: Request, response: Response, fields: TaskChange): Promise<void> => {
    const check = checkVersion(request);
    let before: Task | undefined;
    const changed = await tasks.change(userOf(response), taskIdOf(request), (task) => {
      check((before = task));
      return changeTask(task, fields, new Date().toISOString());
    });
    const after = foundTask(changed);
    followUps.changed(before, after);
    send(response, after);
  };
  router.get("/tasks", async (request, response) => {
    response.json(await tasks.list(userOf(response), withNormalMoments(validate(taskQuery, request.query))));
  });
  router.post("/tasks", async (request, response) => {
    const fields = withNormalMoments(validate(newTask, request.body));
    checkRecurrence(fields, fields);
    const task = await tasks.create(userOf(response), fields);
    followUps.changed(undefined, task);
    send(response.location(`/api/tasks/${task.id}`), task, 201);
  });
  router.get("/tasks/:id", async (request, response) => {
    send(response, foundTask(await tasks.find(userOf(response), taskIdOf(request))));
  });
  router.patch("/tasks/:id", (request, response) =>
    change(request, response, withNormalMoments(validate(taskChange, request.body))),
  );
  router.post("/tasks/:id/complete", (request, response) => change(request, response, { completed: true }));
  router.delete("/tasks/:id", async (request, response) => {
    foundTask(await tasks.remove(userOf(response), taskIdOf(request), checkVersion(request)));
    response.status(204).end();
  });
  return router;
}
