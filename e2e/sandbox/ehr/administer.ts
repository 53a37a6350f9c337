import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFault, type Faults } from '../faults.ts';
import { habitsOf } from '../habits.ts';
import { readBody, sendJson } from '../http.ts';
import type { RequestLog } from '../log.ts';
import type { OrgServer } from '../org-server.ts';
import type { World } from '../world/index.ts';

export interface Administered {
  readonly world: World;
  readonly organisations: readonly OrgServer[];
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly latency: { ms: number; preflightMs: number };
}

/** The sandbox's switches over HTTP, for its page and for tests that run in another process. */
export async function administer(
  { world, organisations, faults, log, latency }: Administered,
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): Promise<void> {
  switch (`${request.method ?? ''} ${pathname}`) {
    case 'POST /sandbox/faults': {
      const fault = readFault(await json(request));
      if (typeof fault === 'string') return sendJson(response, 400, { error: fault });
      return sendJson(response, 201, { id: faults.set(fault) });
    }
    case 'GET /sandbox/faults':
      return sendJson(response, 200, faults.list());
    case 'DELETE /sandbox/faults':
      faults.clear();
      return sendJson(response, 200, []);
    case 'GET /sandbox/log':
      return sendJson(response, 200, log.list());
    case 'DELETE /sandbox/log':
      log.clear();
      return sendJson(response, 200, []);
    case 'POST /sandbox/latency': {
      const ms = Number((await json(request))?.['ms']);
      if (!Number.isFinite(ms) || ms < 0 || ms > 60_000)
        return sendJson(response, 400, { error: 'ms: 0 to 60000' });
      Object.assign(latency, { ms, preflightMs: ms });
      return sendJson(response, 200, { ms });
    }
    case 'POST /sandbox/habits': {
      const wrong = setHabits(organisations, await json(request));
      return wrong === null ? sendJson(response, 200, {}) : sendJson(response, 400, { error: wrong });
    }
    case 'GET /sandbox/habits':
      return sendJson(
        response,
        200,
        Object.fromEntries(organisations.map(({ key, habits }) => [key, habits])),
      );
    case 'DELETE /sandbox/habits':
      for (const { facts, habits } of organisations) Object.assign(habits, habitsOf(facts.like));
      return sendJson(response, 200, {});
    case 'GET /sandbox/people':
      return sendJson(
        response,
        200,
        world.people.map(({ key, name, birthDate, gender, story, ids }) => ({
          key,
          name,
          birthDate,
          gender,
          story,
          ids,
        })),
      );
    default:
      return sendJson(response, 404, { error: 'not found' });
  }
}

/** Changes some of one organisation's habits; a text says what is wrong with the request. */
function setHabits(organisations: readonly OrgServer[], body: Record<string, unknown> | null): string | null {
  const { org, habits } = body ?? {};
  const server = organisations.find(({ key }) => key === org);
  if (!server) return `org must be one of ${organisations.map(({ key }) => key).join(', ')}`;
  if (typeof habits !== 'object' || habits === null) return 'habits must be an object';
  const usual: object = habitsOf(server.facts.like);
  const unknown = Object.keys(habits).find((name) => !Object.hasOwn(usual, name));
  if (unknown !== undefined) return `there is no habit '${unknown}'`;
  Object.assign(server.habits, habits);
  return null;
}

async function json(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  try {
    return JSON.parse(await readBody(request)) as Record<string, unknown>;
  } catch {
    return null;
  }
}
