// Filters the list of cases; the page works without it, only unfiltered.
const fields = ["search", "verdict", "kind", "step"].map((id) => document.getElementById(id));
const cases = [...document.querySelectorAll(".case")];
const shown = document.getElementById("shown");
function filter() {
  const [search, verdict, kind, step] = fields.map((field) => field.value.toLowerCase());
  let count = 0;
  for (const one of cases) {
    const fits =
      (!search || one.textContent.toLowerCase().includes(search)) &&
      (!verdict || one.dataset.verdict === verdict) &&
      (!kind || one.dataset.kind === kind) &&
      (!step || one.dataset.step === step);
    one.hidden = !fits;
    count += fits;
  }
  shown.textContent = `${count} af ${cases.length} vises`;
}
fields.forEach((field) => field.addEventListener("input", filter));
filter();
