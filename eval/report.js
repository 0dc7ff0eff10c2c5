// Filters the list of cases; the page works without it, only unfiltered.
const fields = ["search", "verdict", "kind", "step", "judge"].map((id) => document.getElementById(id)).filter(Boolean);
const cases = [...document.querySelectorAll(".case")];
const shown = document.getElementById("shown");
function filter() {
  const { search, verdict, kind, step, judge } = Object.fromEntries(
    fields.map((field) => [field.id, field.value.toLowerCase()]),
  );
  let count = 0;
  for (const one of cases) {
    const fits =
      (!search || one.textContent.toLowerCase().includes(search)) &&
      (!verdict || one.dataset.verdict === verdict) &&
      (!kind || one.dataset.kind === kind) &&
      (!step || one.dataset.step === step) &&
      (!judge || one.dataset.judge === judge);
    one.hidden = !fits;
    count += fits;
  }
  shown.textContent = `${count} af ${cases.length} vises`;
}
for (const event of ["input", "change"]) fields.forEach((field) => field.addEventListener(event, filter));
filter();
