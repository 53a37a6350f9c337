import type { Chart } from '../chart.ts';

export interface Story {
  readonly key: string;
  readonly name: string;
  readonly birthDate: string;
  readonly gender: string;
  /** One line for whoever tries the sandbox. */
  readonly story: string;
  readonly tell: (chart: Chart) => void;
}
