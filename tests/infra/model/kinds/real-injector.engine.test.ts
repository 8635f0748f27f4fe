import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { daprModule, knownReleases } from "../../../../infra/crds/releases.ts";
import { annotationFacts } from "../../../../infra/model/dapr/kinds/generated/annotations.ts";
import { sidecarAnnotations } from "../../../../infra/model/dapr/kinds/sidecar-annotations.ts";
import { toSidecarAnnotations } from "../../../../infra/model/dapr/sidecar.ts";
import { localPlatform } from "../../platforms.ts";

const release = knownReleases.at(-1) ?? "";

/** Reads annotations by the injector's own code, and prints every setting that is no default. */
const program = `package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/dapr/dapr/pkg/injector/patcher"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

func main() {
	var annotations map[string]string
	if err := json.NewDecoder(os.Stdin).Decode(&annotations); err != nil {
		panic(err)
	}
	config := patcher.NewSidecarConfig(&corev1.Pod{ObjectMeta: metav1.ObjectMeta{Annotations: annotations}})
	config.SetFromPodAnnotations()
	fmt.Print(config.String())
}
`;

const folder = mkdtempSync(join(tmpdir(), "injector-"));
const reader = join(folder, "reader");

beforeAll(() => {
  const module = daprModule(release);
  const requirements = readFileSync(join(module, "go.mod"), "utf8").replace(/^module .*/, "module reader");
  writeFileSync(join(folder, "go.mod"), `${requirements}\nrequire github.com/dapr/dapr v${release}\n`);
  copyFileSync(join(module, "go.sum"), join(folder, "go.sum"));
  writeFileSync(join(folder, "main.go"), program);
  execFileSync("go", ["build", "-mod=mod", "-o", reader, "."], { cwd: folder, stdio: "pipe" });
}, 900_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readByInjector = (annotations: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    execFileSync(reader, { input: JSON.stringify(annotations), encoding: "utf8" })
      .trim()
      .split("\n")
      .map((line) => [line.slice(0, line.indexOf(": ")), JSON.parse(line.slice(line.indexOf(": ") + 2)) as string]),
  );

/** A value of each format that is nobody's default. */
const examples: Readonly<Record<string, unknown>> = {
  ...{ boolean: true, integer: 77, port: 7777, string: "x", quantity: "7Mi", duration: "7s" },
  ...{ environment: { A: "1" }, "secret-environment": { A: { name: "s", key: "k" } }, mounts: { a: "/b" } },
  ...{ "app-id": "shop", "log-level": "debug", "app-protocol": "grpc", "seccomp-profile": "Localhost" },
};

describe("the injector of the pinned release", () => {
  test("reads every annotation of the typed form, with the value that was meant", () => {
    const settings = Object.fromEntries(
      annotationFacts.map((fact) => [fact.field, fact.default === "true" ? false : examples[fact.format]]),
    );
    const written = sidecarAnnotations(settings);
    expect(Object.keys(written).sort()).toEqual(annotationFacts.map((fact) => fact.key).sort());
    expect(readByInjector(written)).toEqual(written);
  });

  test.each(Object.entries(localPlatform.services))("reads all that %s is told, defaults aside", (app, service) => {
    const written = toSidecarAnnotations(localPlatform, app, service);
    const defaults = new Map(annotationFacts.map((fact) => [fact.key, fact.default]));
    const changed = Object.entries(written).filter(([key, value]) => defaults.get(key) !== value);
    expect(readByInjector(written)).toEqual(Object.fromEntries(changed));
  });
});
