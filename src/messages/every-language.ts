import { DOCUMENTS_EN, enUS } from './en-US';
import { addTexts } from './translator';

/** Imported where all languages are to be there from the start. */
addTexts('en-US', enUS, DOCUMENTS_EN);
