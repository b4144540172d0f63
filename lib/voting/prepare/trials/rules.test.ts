import { describe, expect, it } from 'vitest';
import { trialChannels } from './rules';

describe('ways of a try-out', () => {
  it('are those without people who count', () => {
    expect(trialChannels(['WEB', 'KIOSK', 'PAPER'])).toEqual(['WEB', 'KIOSK']);
    expect(trialChannels(['HANDS'])).toEqual(['WEB']);
  });
});
