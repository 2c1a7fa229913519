// A click on the map of the town fills in the coordinates; they can as well be typed.

export function place(form) {
  const map = form.querySelector("svg.town");
  if (!map || !map.dataset.west) {
    return;
  }
  const edge = Object.fromEntries(
    ["west", "east", "north", "south", "margin"].map((k) => [k, Number(map.dataset[k])]));
  map.classList.add("clickable");
  map.addEventListener("click", (event) => {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM().inverse());
    const { width, height } = map.viewBox.baseVal;
    const x = (at.x - edge.margin) / (width - 2 * edge.margin);
    const y = (at.y - edge.margin) / (height - 2 * edge.margin);
    const lon = edge.west + Math.min(1, Math.max(0, x)) * (edge.east - edge.west);
    const lat = edge.north - Math.min(1, Math.max(0, y)) * (edge.north - edge.south);
    form.elements.namedItem("lat").value = lat.toFixed(5);
    form.elements.namedItem("lon").value = lon.toFixed(5);
    const pin = map.querySelector(".pin")
      ?? map.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "circle"));
    pin.setAttribute("class", "pin");
    pin.setAttribute("cx", at.x.toFixed(1));
    pin.setAttribute("cy", at.y.toFixed(1));
    pin.setAttribute("r", "9");
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
