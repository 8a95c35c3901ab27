using System.Text;
using Integrationskonzept.Portal.Components;
using Integrationskonzept.Portal.Pages.Papers;

namespace Integrationskonzept.Portal.Tests;

public sealed class When_a_file_is_read
{
    const string Text = "Ämter für Größeres – 500 €";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public void It_may_come_from_older_programs_too(string encoding)
    {
        var writes = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        TextFile.Read([.. writes.GetPreamble(), .. writes.GetBytes(Text)], "file").ShouldBe(Text);
    }

    [Fact]
    public void One_that_is_no_text_is_an_error_at_its_field() =>
        Should.Throw<Unreadable>(() => TextFile.Read([0x50, 0x4B, 3, 4, 0, 0, 0xFF], "file")).Api.ShouldBe("file");
}
