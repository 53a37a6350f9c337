/** Puts the stories together into one world. Pure: the same seed and day give the same bytes. */
import { Chart } from './chart.ts';
import type { Hall } from './chart.ts';
import { Directory } from './orgs.ts';
import { largeStory } from './large.ts';
import { hash } from './prng.ts';
import { STORIES } from './stories/index.ts';
import { generatedStory } from './stories/generated.ts';
import type { Story } from './stories/story.ts';
import type { FhirResource, OrgKey, TruthGroup, World, WorldPerson } from './types.ts';

export interface WorldOptions {
  readonly seed?: number;
  /** The day on which the world is looked at; nothing has happened after it. */
  readonly today?: string;
  /** Keys of the people wanted; all named ones and the large one by default. */
  readonly people?: readonly string[];
  /** How many records the large patient has, everything counted; 0 leaves that patient out. */
  readonly largeRecords?: number;
  /** How many ordinary people more, drawn from the seed: 'person-0001', 'person-0002', … */
  readonly more?: number;
}

/** Numbers of people are part of their ids, so each sort of people has a range of its own. */
const LARGE_INDEX = 900;
const GENERATED_INDEX = 1000;

export function makeWorld(options: WorldOptions = {}): World {
  const seed = options.seed ?? 1;
  const today = options.today ?? '2026-11-01';
  const directory = (org: OrgKey): Directory => new Directory(org, '2024-01-02T05:00:00.000Z');
  const hall: Hall = {
    seed,
    today,
    directories: {
      general: directory('general'),
      riverside: directory('riverside'),
      county: directory('county'),
      valley: directory('valley'),
    },
  };
  const largeRecords = options.largeRecords ?? 33_000;
  const named = STORIES.map((story, index) => ({ story, index }));
  if (largeRecords > 0) named.push({ story: largeStory(largeRecords), index: LARGE_INDEX });
  const told = [
    ...named.filter(({ story }) => options.people?.includes(story.key) ?? true),
    ...Array.from({ length: options.more ?? 0 }, (_, i) => ({
      story: generatedStory(i + 1, seed),
      index: GENERATED_INDEX + i,
    })),
  ];
  const charts = told.map(({ story, index }) => tell(hall, story, index));
  const of = (org: OrgKey): FhirResource[] => [
    ...hall.directories[org].resources,
    ...charts.flatMap(({ chart }) => chart.records[org]),
  ];
  return {
    seed,
    resources: {
      general: of('general'),
      riverside: of('riverside'),
      county: of('county'),
      valley: of('valley'),
    },
    people: charts.map(({ person }) => person),
  };
}

function tell(hall: Hall, story: Story, index: number): { chart: Chart; person: WorldPerson } {
  const chart = new Chart(hall, story.key, index, hash(story.key));
  story.tell(chart);
  chart.close();
  const { key, name, birthDate, gender } = story;
  const { ids, truth, contradictions, relations } = chart;
  return {
    chart,
    person: { key, name, birthDate, gender, story: story.story, ids, truth, contradictions, relations },
  };
}

/** The ground truth of one person: which records are one fact. */
export function truthOf(world: World, personKey: string): readonly TruthGroup[] {
  return personOf(world, personKey).truth;
}

/** Every clinical resource of a person at one organisation, in the order of the story. */
export function resourcesOf(world: World, org: OrgKey, personKey: string): readonly FhirResource[] {
  const wanted = new Set(
    personOf(world, personKey)
      .truth.flatMap((group) => group.members)
      .filter((member) => member.org === org)
      .map((member) => member.ref),
  );
  return world.resources[org].filter((r) => wanted.has(`${r.resourceType}/${r.id}`));
}

function personOf(world: World, key: string): WorldPerson {
  const person = world.people.find((p) => p.key === key);
  if (!person) throw new Error(`nobody here is called ${key}: ${world.people.map((p) => p.key).join(', ')}`);
  return person;
}
