// Gives each file of unit tests the stand-in for the browser's API as new: files share what they import.
import { fakeBrowser } from 'wxt/testing/fake-browser';

fakeBrowser.reset();
