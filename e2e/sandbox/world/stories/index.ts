import { erikLindgren } from './erik-lindgren.ts';
import { graceNakamura } from './grace-nakamura.ts';
import { hannahMoreau } from './hannah-moreau.ts';
import { laylaHaddad } from './layla-haddad.ts';
import { mariaSantos } from './maria-santos/index.ts';
import { noahAdeyemi } from './noah-adeyemi.ts';
import { jamesJunior, jamesSenior } from './okafor.ts';
import { robertDelacroix } from './robert-delacroix.ts';
import type { Story } from './story.ts';
import { thomasKowalczyk } from './thomas-kowalczyk.ts';
import { anita, anjali } from './twins.ts';

/** The order is part of the world: ids depend on it, so new people come last. */
export const STORIES: readonly Story[] = [
  mariaSantos,
  anjali,
  anita,
  jamesSenior,
  jamesJunior,
  hannahMoreau,
  thomasKowalczyk,
  erikLindgren,
  laylaHaddad,
  graceNakamura,
  robertDelacroix,
  noahAdeyemi,
];
