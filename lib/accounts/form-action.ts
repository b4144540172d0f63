import 'server-only';
import { makeDefineFormAction } from '@/lib/core/form-action';
import { localized } from '@/lib/core/paths';
import { sentence } from '@/lib/i18n/sentence';
import { getOffice } from '@/lib/settings/queries';
import { currentVisitor } from './actor';
import { accountsPaths } from './paths';
import type { Actor, Guest } from './types';

/** The only way into the server from a form; see `FormActionOptions`. */
export const defineFormAction = makeDefineFormAction<Actor | Guest>({
  who: currentVisitor,
  sentence,
  signInPath: (locale, next) => localized(locale, accountsPaths.signInOnceMore(next)),
  phone: async () => (await getOffice({ locale: 'de' })).phone,
  secondFactorPath: (locale) => localized(locale, accountsPaths.secondFactor()),
});
