/** What Throughline is measured against, each in a blank page of the same origin, in the same browser and run. */
import { fetchAndParse, findOutAndParse, followNext, onePage } from './fetch-and-parse.ts';
import { withFhirclient } from './fhirclient.ts';
import { plainList, visTimeline } from './drawing.tsx';
import { pipeline } from './pipeline.ts';

const peers = {
  fetchAndParse,
  findOutAndParse,
  followNext,
  onePage,
  withFhirclient,
  pipeline,
  plainList,
  visTimeline,
};
Object.assign(globalThis, { peers });
