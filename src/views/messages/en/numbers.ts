import { numbersIn } from '../numbers.ts';

export const { count, some, listed } = numbersIn('en');
