// What an officer's client does with the document: register a child, page through the ledger, replay the case.
import createClient from "openapi-fetch";
import type { components, paths } from "./api.js";

type Fact = components["schemas"]["FactDocument"];
type Problem = components["schemas"]["Problem"];

const huhang = createClient<paths>({ baseUrl: "/" });

export async function register(): Promise<{ caseId: string; tag: string | null }> {
  const { data, error, response } = await huhang.POST("/api/cases", {
    params: { header: { "Idempotency-Key": "registration-1" } },
    body: {
      identity: { name: "王小明", sex: "MALE", birthDate: "2017-11-30" },
      hukouDivision: "640121104",
      residenceDivision: "330109103",
      residenceSince: "2025-11-30",
      guardians: [{ relation: "MOTHER", name: "李梅", livesWithChild: true, ability: "ABLE" }],
      agency: "EDUCATION",
      on: "2026-11-30",
    },
  });
  if (error) throw new Error(told(error));
  return { caseId: data.caseId, tag: response.headers.get("ETag") };
}

export async function overdueNames(division: string): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const { data, error } = await huhang.GET("/api/ledger", { params: { query: { division, overdue: "true", cursor } } });
    if (error) throw new Error(told(error));
    for (const row of data.items) {
      names.push(`${row.name} ${row.residence.name} ${row.lastVisit ?? "never"} ${row.overdueDays.toFixed()}`);
    }
    // @ts-expect-error what is not documented is not there
    data.items[0]?.address;
    cursor = data.next ?? undefined;
  } while (cursor !== undefined);
  return names;
}

export async function visitsKnownAt(caseId: string, knownAt: string): Promise<string[]> {
  const { data, error } = await huhang.GET("/api/cases/{caseId}/replay", { params: { path: { caseId }, query: { knownAt } } });
  if (error) throw new Error(told(error));
  if (data.state === null) return [];
  return [data.state.keyCare.status, ...data.facts.map(sentence)];
}

// The name tells the compiler which content a fact has.
function sentence(fact: Fact): string {
  switch (fact.name) {
    case "HomeVisitRecorded":
      return `${fact.content.visitor}: ${fact.content.seen} (${fact.content.childView ?? "-"})`;
    case "ChildRegistered":
      return fact.content.identity.documents.map((paper) => paper.validUntil ?? "").join();
    default:
      return fact.effectiveOn;
  }
}

function told(problem: Problem): string {
  return [problem.detail, ...(problem.errors ?? []).map((error) => `${error.field}: ${error.detail}`)].join("\n");
}
