import 'server-only';
import { makeDefineProgramAction } from '@/lib/core/program-action';
import { sentence } from '@/lib/i18n/sentence';
import { currentVisitor } from './actor';
import { admit } from './command';
import type { Right } from './right';
import type { Actor, Guest } from './types';

/** The only way into the server from a program of a page of ours; see `ProgramActionOptions`. */
export const defineProgramAction = makeDefineProgramAction<Actor | Guest, Right>({
  who: currentVisitor,
  admit,
  sentence,
});
