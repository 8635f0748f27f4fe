import { newTask, taskChange } from "@todo-platform/contracts";
import type { Task, TaskChange } from "@todo-platform/contracts";
import { Problem, userOf, validate } from "@todo-platform/service-kit";
import { Router } from "express";
import type { Request, Response } from "express";
import { z } from "zod";
import { changeTask } from "../domain/change-task.ts";
import { etagOf, ifMatchAllows } from "../domain/if-match.ts";
import { withNormalDue } from "../domain/with-normal-due.ts";
import type { TaskStore } from "../stores/task-store.ts";

const uuid = z.uuid();

/** A task that does not exist and a task of somebody else look the same. */
function idOf(request: Request): string {
  const parsed = uuid.safeParse(request.params["id"]);
  if (!parsed.success) throw new Problem(404, "There is no such task.");
  return parsed.data.toLowerCase();
}

function found(task: Task | undefined): Task {
  if (!task) throw new Problem(404, "There is no such task.");
  return task;
}

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
export function taskRoutes(tasks: TaskStore): Router {
  const router = Router();
  const change = async (request: Request, response: Response, fields: TaskChange): Promise<void> => {
    const check = checkVersion(request);
    const task = await tasks.change(userOf(response), idOf(request), (before) => {
      check(before);
      return changeTask(before, fields, new Date().toISOString());
    });
    send(response, found(task));
  };
  router.get("/tasks", async (_request, response) => {
    response.json({ tasks: await tasks.list(userOf(response)) });
  });
  router.post("/tasks", async (request, response) => {
    const task = await tasks.create(userOf(response), withNormalDue(validate(newTask, request.body)));
    send(response.location(`/api/tasks/${task.id}`), task, 201);
  });
  router.get("/tasks/:id", async (request, response) => {
    send(response, found(await tasks.find(userOf(response), idOf(request))));
  });
  router.patch("/tasks/:id", (request, response) =>
    change(request, response, withNormalDue(validate(taskChange, request.body))),
  );
  router.post("/tasks/:id/complete", (request, response) => change(request, response, { completed: true }));
  router.delete("/tasks/:id", async (request, response) => {
    found(await tasks.remove(userOf(response), idOf(request), checkVersion(request)));
    response.status(204).end();
  });
  return router;
}
