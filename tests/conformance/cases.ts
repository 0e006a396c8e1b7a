/**
 * What every adapter must do, whatever its platform: the same cases over each driver. Which apply is decided by the
 * adapter's capability table and by what its driver can play.
 */
import { describe, jest } from '@jest/globals';
import { declareBaseCases } from './cases/base.ts';
import { declareCapabilityCases } from './cases/capabilities.ts';
import { declareCarriedCases } from './cases/carried.ts';
import { declareConversationCases } from './cases/conversation.ts';
import { declareLimitCases } from './cases/limits.ts';
import { declarePagingCases } from './cases/paging.ts';
import { declarePreviewCases } from './cases/preview.ts';
import { declareTrafficCases } from './cases/traffic.ts';
import { declareTroubleCases } from './cases/trouble.ts';
import type { Driver } from './driver.ts';

/** Declares the whole suite for one adapter. */
export function declareConformance(driver: Driver): void {
  // Waiting, retries and many answers take their time, above all beside other suites.
  jest.setTimeout(60_000);
  describe(`${driver.adapter.title}: base`, () => declareBaseCases(driver));
  // A page of our own is drawn by nobody else.
  if (driver.adapter.preview.press !== undefined)
    describe(`${driver.adapter.title}: preview`, () => declarePreviewCases(driver));
  if (driver.adapter.capabilities.mentions)
    describe(`${driver.adapter.title}: what messages carry`, () => declareCarriedCases(driver));
  describe(`${driver.adapter.title}: limits and texts`, () => declareLimitCases(driver));
  describe(`${driver.adapter.title}: conversation`, () => declareConversationCases(driver));
  describe(`${driver.adapter.title}: paging`, () => declarePagingCases(driver));
  describe(`${driver.adapter.title}: trouble`, () => declareTroubleCases(driver));
  describe(`${driver.adapter.title}: traffic`, () => declareTrafficCases(driver));
  describe(`${driver.adapter.title}: what it can do`, () => declareCapabilityCases(driver));
}
