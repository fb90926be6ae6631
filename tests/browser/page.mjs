/** Waits until the whole page has come to life; a page without its script is all there is. */
export async function complete(page) {
  await page.waitForFunction(() =>
    !document.querySelector("script:not([type])") || performance.getEntriesByName("complete").length > 0);
}
