import { codeOfPage, joinLine } from "/class/files/class.js";

document.getElementById("line").textContent = await joinLine(codeOfPage() || "the code on the wall");
