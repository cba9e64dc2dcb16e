"""Forms are read as a browser reads them, else the rehearsal would send what nobody sends."""

from strategykit.rehearsal.forms import form_to, forms_in

PAGE = """
<form method="post" action="/a?x=1"><input type="hidden" name="m" value="1&amp;2">
<input name="t" value="før"><textarea name="l">et &lt;b&gt;
to</textarea><select name="s"><option value="1">en<option value="2" selected>to</select>
<select name="u"><option value="">vælg</option><option value="9">ni</option></select>
<input type="radio" name="r" value="ja"><input type="radio" name="r" value="nej" checked>
<input type="checkbox" name="k" value="x" checked><input type="checkbox" name="k" value="y" checked>
<input type="checkbox" name="tom" value="z"><button name="b" value="1">Send</button>
<button name="b" value="2" aria-disabled="true">Nej</button></form>
<input name="udenfor" value="x"><form action="/b"></form>
"""


def test_a_form_sends_what_stands_in_it() -> None:
    form = form_to(PAGE, "/a")

    assert form is not None
    assert form.filled() == {
        "m": ("1&2",), "t": ("før",), "l": ("et <b>\nto",), "s": ("2",), "u": ("",),
        "r": ("nej",), "k": ("x", "y"),
    }  # fmt: skip
    assert form.filled(t="nu")["t"] == "nu"
    assert form.buttons == (("b", "1"),)
    assert form.fields["r"].choices == ("ja", "nej")


def test_each_form_is_one_of_its_own() -> None:
    assert [form.action for form in forms_in(PAGE)] == ["/a?x=1", "/b"]
    assert form_to(PAGE, "/c") is None
