/** The conformance suite over the web page. */
import { declareConformance } from './cases.ts';
import { driver } from './drivers/web.ts';

declareConformance(driver);
