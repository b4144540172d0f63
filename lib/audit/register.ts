import type { PersonalDataRegister } from '@/lib/manifest';

export const auditData = {
  AuditEntry: {
    purpose: 'What somebody with rights did, written in the same transaction',
    retention: '12 months',
    personal: ['actorId'],
    sensitive: [],
    neutral: ['id', 'at', 'action', 'subjectId'],
  },
  Correction: {
    purpose: 'The office corrected what it had typed: what stood there before, and why',
    retention: 'the earlier words 12 months, day and reason with what was corrected',
    personal: [],
    sensitive: ['earlier'],
    neutral: ['id', 'kind', 'subjectId', 'version', 'at', 'reason', 'audience'],
  },
} satisfies PersonalDataRegister;
