'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { keepCertificate, takeCertificate } from '@/lib/meetings/certificates/commands';
import { keepCertificateSchema, takeCertificateSchema } from '@/lib/meetings/certificates/schema';
import { addMeeting, changeMeeting, evaluateMeeting, moveMeeting } from '@/lib/meetings/commands';
import { meetingsPaths } from '@/lib/meetings/paths';
import {
  addMeetingSchema,
  changeMeetingSchema,
  evaluateMeetingSchema,
  moveMeetingSchema,
} from '@/lib/meetings/schema';

export const addMeetingAction = defineFormAction({
  form: 'add-meeting',
  schema: addMeetingSchema,
  lists: ['people'],
  run: (who, input) => addMeeting(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, meetingsPaths.teamMeetingSaved(id, 'added')),
});

export const changeMeetingAction = defineFormAction({
  form: 'change-meeting',
  schema: changeMeetingSchema,
  lists: ['people'],
  run: (who, input) => changeMeeting(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, meetingsPaths.teamMeetingSaved(id, 'changed')),
});

export const moveMeetingAction = defineFormAction({
  form: 'move-meeting',
  schema: moveMeetingSchema,
  run: (who, input) => moveMeeting(who, input),
  done: ({ id }, { step }, { locale }) =>
    localized(locale, meetingsPaths.teamMeetingSaved(id, step)),
});

export const evaluateMeetingAction = defineFormAction({
  form: 'evaluate-meeting',
  schema: evaluateMeetingSchema,
  run: (who, input) => evaluateMeeting(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, meetingsPaths.teamMeetingSaved(id, 'evaluated')),
});

export const keepCertificateAction = defineFormAction({
  form: 'keep-certificate',
  schema: keepCertificateSchema,
  files: ['paper'],
  run: (who, input) => keepCertificate(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, meetingsPaths.teamMeetingSaved(id, 'paper')),
});

export const takeCertificateAction = defineFormAction({
  form: 'take-certificate',
  schema: takeCertificateSchema,
  run: (who, input) => takeCertificate(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, meetingsPaths.teamMeetingSaved(id, 'paperTaken')),
});
