import { createRoot } from 'react-dom/client';
import { Timeline } from 'vis-timeline/standalone';

interface Event {
  readonly id: number;
  readonly content: string;
  readonly start: Date;
}

const eventsOf = (count: number): Event[] =>
  Array.from({ length: count }, (_, id) => ({
    id,
    content: `Result ${id}`,
    start: new Date(Date.UTC(1986, 0, 1) + id * 3_600_000),
  }));

const root = (): HTMLElement => {
  const element = document.getElementById('root');
  if (!element) throw new Error('there is no root');
  return element;
};

/** Two frames after it was asked for, what was asked for is on the screen. */
const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

export async function plainList(count: number): Promise<number> {
  const events = eventsOf(count);
  const begin = performance.now();
  createRoot(root()).render(
    <ul>
      {events.map(({ id, content, start }) => (
        <li key={id}>
          {start.toISOString()} {content}
        </li>
      ))}
    </ul>,
  );
  await painted();
  return performance.now() - begin;
}

export async function visTimeline(count: number): Promise<number> {
  const events = eventsOf(count);
  const begin = performance.now();
  const drawn = new Promise<void>((resolve) => {
    const timeline = new Timeline(root(), events, { height: '600px' });
    timeline.on('changed', () => resolve());
  });
  await drawn;
  await painted();
  return performance.now() - begin;
}
