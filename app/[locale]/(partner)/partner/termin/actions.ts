'use server';

import { savedEntryPath } from '@/components/calendar/area';
import { defineFormAction } from '@/lib/accounts/form-action';
import { changeDate } from '@/lib/calendar/dates/commands';
import { addEntry, cancelEntry, changeEntry, reviveEntry } from '@/lib/calendar/entries/commands';
import {
  addEntrySchema,
  cancelEntrySchema,
  changeDateSchema,
  changeEntrySchema,
  reviveEntrySchema,
} from '@/lib/calendar/entries/schema';

export const addEntryAction = defineFormAction({
  form: 'calendar-add-entry',
  schema: addEntrySchema,
  lists: ['districts'],
  limit: { name: 'calendar-add-entry', max: 120, windowSeconds: 3600 },
  run: (who, input) => addEntry(who, input),
  done: ({ id }, _input, { locale }) => savedEntryPath(locale, 'partner', id),
});

export const changeEntryAction = defineFormAction({
  form: 'calendar-change-entry',
  schema: changeEntrySchema,
  lists: ['districts'],
  run: (who, input) => changeEntry(who, input),
  done: ({ id }, _input, { locale }) => savedEntryPath(locale, 'partner', id),
});

export const changeDateAction = defineFormAction({
  form: 'calendar-change-date',
  schema: changeDateSchema,
  run: (who, input) => changeDate(who, input),
  done: ({ id }, _input, { locale }) => savedEntryPath(locale, 'partner', id),
});

export const cancelEntryAction = defineFormAction({
  form: 'calendar-cancel-entry',
  schema: cancelEntrySchema,
  run: (who, input) => cancelEntry(who, input),
  done: ({ id }, _input, { locale }) => savedEntryPath(locale, 'partner', id),
});

export const reviveEntryAction = defineFormAction({
  form: 'calendar-revive-entry',
  schema: reviveEntrySchema,
  run: (who, input) => reviveEntry(who, input),
  done: ({ id }, _input, { locale }) => savedEntryPath(locale, 'partner', id),
});
