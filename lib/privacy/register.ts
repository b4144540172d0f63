import { accountsData } from './register/accounts';
import { accountsCardsData } from './register/accounts-cards';
import { calendarData } from './register/calendar';
import { forumData } from './register/forum';
import { forumRegistrationsData } from './register/forum-registrations';
import { foundationsData } from './register/foundations';
import { initiativesData } from './register/initiatives';
import { networkData } from './register/network';
import { proposalsData } from './register/proposals';
import { proposalsAnswersData } from './register/proposals-answers';
import { settingsData } from './register/settings';
import { votingData } from './register/voting';
import type { PersonalDataRegister } from './types';

/**
 * Each column of the database, marked: what of a person is where, what for and for how long.
 * The check of the schema fails when a column is missing here or a name here has no column.
 */
export const personalDataRegister: PersonalDataRegister = {
  ...accountsCardsData,
  ...accountsData,
  ...calendarData,
  ...forumRegistrationsData,
  ...forumData,
  ...foundationsData,
  ...initiativesData,
  ...networkData,
  ...proposalsAnswersData,
  ...proposalsData,
  ...settingsData,
  ...votingData,
};
