using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Organisations;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Spreadsheets;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_organisations_come_as_a_table(ParticipationService service)
{
    const string Headings = "Name;Gruppe;Netzwerke;Sprachen;Kontakt;Mail;Telefon;Einwilligung am\n";

    static string Url(Given given) => $"/api/v1/{given.Tenant}/organisations";

    static Task<HttpResponseMessage> SendAsync(Given given, byte[] file, string type = SpreadsheetTypes.Csv) =>
        given.Coordinator.PostAsync(
            $"{Url(given)}/imports",
            new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(type) } }
        );

    static Task<OrganisationImportDto> ReadAsync(Given given, string rows, Encoding? encoding = null) =>
        SendAsync(given, (encoding ?? Encoding.UTF8).GetBytes(Headings + rows)).ReadAsync<OrganisationImportDto>();

    static Task<HttpResponseMessage> ApplyAsync(Given given, OrganisationImportDto import, int? version = null) =>
        given.Coordinator.SendAsync(HttpMethod.Post, $"{Url(given)}/imports/{import.Id}/apply", null, version ?? import.Version);

    static async Task<IReadOnlyList<OrganisationDto>> AllAsync(Given given) =>
        (await given.Coordinator.GetAsync($"{Url(given)}?sort=name").ReadAsync<Page<OrganisationDto>>()).Items;

    [Fact]
    public async Task Nothing_is_stored_before_every_rows_fate_was_shown()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        await given
            .Coordinator.SendAsync(HttpMethod.Post, Url(given), new EditOrganisation("Bekannt", StakeholderGroup.Politics))
            .ReadAsync();
        await given
            .Coordinator.SendAsync(HttpMethod.Post, Url(given), new EditOrganisation("Gleich", StakeholderGroup.Politics))
            .ReadAsync();
        var import = await ReadAsync(
            given,
            """
            Sprachcafé;Zivilgesellschaft;Runder Tisch, Netzwerk Asyl;de, ar;Leitung;cafe@verein.example;06431 1;02.11.2026
            sprachcafé;;;;Vertretung;;06431 2;
            bekannt;Administration
            Gleich;politics
            Ohne Gruppe;;
            """
        );
        import.Counts.ShouldBe(new(1, 1, 1, 1));
        import
            .Rows.Select(row => (row.Number, row.Fate))
            .ShouldBe([(2, ImportFate.New), (4, ImportFate.Changed), (5, ImportFate.Unchanged), (6, ImportFate.Refused)]);
        import.Rows[3].Problems.Single().Column.ShouldBe("Gruppe");
        (await AllAsync(given)).Select(row => row.Name).ShouldBe(["Bekannt", "Gleich"]);

        (await ApplyAsync(given, import).ReadAsync<ImportCounts>()).ShouldBe(import.Counts);
        var all = await AllAsync(given);
        all.Select(row => (row.Name, row.Group))
            .ShouldBe([
                ("Bekannt", StakeholderGroup.Administration),
                ("Gleich", StakeholderGroup.Politics),
                ("Sprachcafé", StakeholderGroup.CivilSociety),
            ]);
        (all[1].Version, all[0].Version).ShouldBe((1, 2), "what is known already is not written again");
        all[2].Networks.ShouldBe(["Runder Tisch", "Netzwerk Asyl"]);
        all[2]
            .Contacts!.ShouldBe([
                new Contact("Leitung", "cafe@verein.example", "06431 1", new(2026, 11, 2)),
                new Contact("Vertretung", null, "06431 2"),
            ]);
        (await given.Participant.GetAsync($"{Url(given)}/{all[2].Id}").ReadAsync<OrganisationDto>()).Contacts.ShouldBeNull();
        await ApplyAsync(given, import).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task What_somebody_changed_meanwhile_stops_all_of_it()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var import = await ReadAsync(given, "Neu eins;Politik\nNeu zwei;Politik\n");
        await given
            .Coordinator.SendAsync(HttpMethod.Post, Url(given), new EditOrganisation("Neu zwei", StakeholderGroup.Institution))
            .ReadAsync();
        await ApplyAsync(given, import).ProblemAsync(409, "import-outdated");
        (await AllAsync(given)).Single().Group.ShouldBe(StakeholderGroup.Institution);
        await ApplyAsync(given, import, import.Version + 1).ProblemAsync(412, "changed-meanwhile");
        (await given.Coordinator.DeleteAsync($"{Url(given)}/imports/{import.Id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await given.Coordinator.GetAsync($"{Url(given)}/imports/{import.Id}").ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task Two_who_apply_at_once_store_it_once()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var import = await ReadAsync(given, "Eine;Politik\n");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ApplyAsync(given, import)));
        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        answers.ShouldAllBe(answer => (int)answer.StatusCode < 500);
        (await AllAsync(given)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public async Task Encodings_of_office_programs_are_read(string name)
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var encoding = name == "utf-16" ? Encoding.Unicode : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var file = encoding.GetPreamble().Concat(encoding.GetBytes("Name,Gruppe\n\"Käufer, Mieter & Söhne\",Zivilgesellschaft\n"));
        var import = await SendAsync(given, [.. file]).ReadAsync<OrganisationImportDto>();
        import.Rows.Single().Name.ShouldBe("Käufer, Mieter & Söhne");
        import.Rows.Single().Fate.ShouldBe(ImportFate.New);
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0;Politik", "Name")]
    [InlineData(";Politik", "Name")]
    [InlineData("A;Politik;;klingonisch!", "Sprachen")]
    [InlineData("A;Politik;;;Leitung;keine-adresse", "Mail")]
    [InlineData("A;Politik;;;Leitung", "Mail")]
    [InlineData("A;Politik;;;;a@b.example", "Kontakt")]
    [InlineData("A;Politik;;;Leitung;a@b.example;;am Montag", "Einwilligung am")]
    [InlineData("A;Politik;;;Leitung;a@b.example;;01.01.2999", "Einwilligung am")]
    [InlineData("A;Politik\nA;Verwaltung", "Kontakt")]
    public async Task A_row_that_can_not_be_used_says_in_which_column_and_why(string rows, string column)
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var import = await ReadAsync(given, rows);
        var row = import.Rows.Single();
        row.Fate.ShouldBe(ImportFate.Refused);
        row.Problems.Select(problem => problem.Column).ShouldContain(column);
        (await ApplyAsync(given, import).ReadAsync<ImportCounts>()).Refused.ShouldBe(1);
        (await AllAsync(given)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_that_are_no_table_or_too_much_are_refused_in_words()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        await SendAsync(given, Encoding.UTF8.GetBytes("Verein;Art\nA;B\n")).ProblemAsync(422, "columns-missing");
        await SendAsync(given, Encoding.UTF8.GetBytes("Name;Gruppe;Religion\nA;Politik;x\n")).ProblemAsync(422, "heading-unknown");
        await SendAsync(given, "%PDF-1.7\0"u8.ToArray()).ProblemAsync(422, "not-a-table");
        await SendAsync(given, [0x50, 0x4B, 3, 4, 1, 2, 3], SpreadsheetTypes.Xlsx).ProblemAsync(422, "not-a-table");
        await SendAsync(given, [1], "image/png").ProblemAsync(415, "unsupported-media-type");
        await SendAsync(given, new byte[SpreadsheetUpload.Limit + 1]).ProblemAsync(413, "table-too-large");
        var rows = string.Concat(Enumerable.Range(0, OrganisationImport.MostRows + 1).Select(row => $"V{row};Politik\n"));
        await SendAsync(given, Encoding.UTF8.GetBytes("Name;Gruppe\n" + rows)).ProblemAsync(422, "too-many-rows");
    }

    [Theory]
    [InlineData("csv", SpreadsheetTypes.Csv)]
    [InlineData("xlsx", SpreadsheetTypes.Xlsx)]
    public async Task What_goes_out_comes_in_again_unchanged_and_no_cell_is_a_formula(string extension, string type)
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var edit = new EditOrganisation(
            "+Plus & Söhne",
            StakeholderGroup.MigrantOrganisation,
            Networks: ["Runder Tisch", "=SUMME(A1)"],
            Languages: ["de", "ar-SY"],
            Contacts: [new("@Leitung", "+info@b.example", "+49 6431 1", new(2026, 11, 2)), new("Vertretung", null, "0049 6431 2")]
        );
        await given.Coordinator.SendAsync(HttpMethod.Post, Url(given), edit).ReadAsync();
        var answer = await given.Coordinator.GetAsync($"{Url(given)}/export.{extension}");
        answer.Content.Headers.ContentDisposition!.FileName!.ShouldContain($".{extension}");
        var file = await answer.Content.ReadAsByteArrayAsync();
        SpreadsheetReader.Read(file, 10).Rows.SelectMany(row => row.Cells.Values).ShouldAllBe(cell => !"=+-@".Contains(cell[0]));
        var import = await SendAsync(given, file, type).ReadAsync<OrganisationImportDto>();
        import.Counts.ShouldBe(new(0, 0, 1, 0), string.Join(", ", import.Rows.SelectMany(row => row.Problems)));
    }

    [Fact]
    public async Task Another_Landkreis_and_other_roles_see_and_apply_nothing()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var import = await ReadAsync(given, "A;Politik\n");
        var stranger = service.As(await service.NewTenantAsync(), "coordinator");
        await stranger.GetAsync($"{Url(given)}/imports/{import.Id}").ProblemAsync(404, "not-found");
        await given.Moderator.GetAsync($"{Url(given)}/imports/{import.Id}").ProblemAsync(403, "forbidden");
        await given.Participant.GetAsync($"{Url(given)}/export.csv").ProblemAsync(403, "forbidden");
    }

    [Fact]
    public async Task A_table_that_nobody_applies_is_forgotten_after_a_day()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (old, young) = (await ReadAsync(given, "A;Politik\n"), await ReadAsync(given, "B;Politik\n"));
        await Database.SetTimesAsync(
            service.AdminConnection,
            "organisation_imports",
            $"id = '{old.Id}'",
            [("created_at", TimeSpan.FromHours(-25))]
        );
        await service.AsOperator().PostAsync("/api/v1/operations/participation/housekeeping", null).ReadAsync();
        await given.Coordinator.GetAsync($"{Url(given)}/imports/{old.Id}").ProblemAsync(404, "not-found");
        await given.Coordinator.GetAsync($"{Url(given)}/imports/{young.Id}").ReadAsync();
    }

    [Fact]
    public async Task A_column_that_the_table_does_not_have_leaves_what_is_known_and_contacts_that_would_go_are_counted()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var edit = new EditOrganisation(
            "Bekannt",
            StakeholderGroup.Politics,
            Networks: ["Runder Tisch"],
            Contacts: [new("Leitung", "a@b.example")]
        );
        await given.Coordinator.SendAsync(HttpMethod.Post, Url(given), edit).ReadAsync();
        var narrow = await SendAsync(given, "Name;Gruppe\nBekannt;Verwaltung\n"u8.ToArray()).ReadAsync<OrganisationImportDto>();
        narrow.Rows.Single().ContactsLost.ShouldBe(0);
        await ApplyAsync(given, narrow).ReadAsync();
        var stands = (await AllAsync(given)).Single();
        (stands.Group, stands.Networks.Single(), stands.Contacts!.Count).ShouldBe((StakeholderGroup.Administration, "Runder Tisch", 1));
        (await ReadAsync(given, "BEKANNT;Verwaltung\n")).Rows.Single().ContactsLost.ShouldBe(1);
        await given
            .Coordinator.SendAsync(HttpMethod.Post, Url(given), new EditOrganisation(" bekannt ", StakeholderGroup.Politics))
            .ProblemAsync(409, "organisation-exists");
        await given
            .Coordinator.SendAsync(HttpMethod.Post, Url(given), new EditOrganisation("A", StakeholderGroup.Politics, Networks: ["a, b"]))
            .ProblemAsync(400, "validation");
    }

    [Theory]
    [InlineData("A3", true)]
    [InlineData("A2000000000", false)]
    [InlineData("XFD3", false)]
    public async Task A_sheet_with_a_cell_at_its_far_end_is_refused_before_it_is_read(string cell, bool isRead)
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var file = await AWorkbookAsync(archive =>
        {
            var sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!;
            string text;
            using (var reader = new StreamReader(sheet.Open()))
                text = reader.ReadToEnd();
            var row = cell.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray());
            var far = $"<x:row r=\"{row}\"><x:c r=\"{cell}\" t=\"str\"><x:v>x</x:v></x:c></x:row></x:sheetData>";
            sheet.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml").Open());
            writer.Write(text.Replace("</x:sheetData>", far));
        });
        var answer = SendAsync(given, file, SpreadsheetTypes.Xlsx);
        if (isRead)
            (await answer.ReadAsync<OrganisationImportDto>()).Rows.Select(row => row.Name).ShouldBe(["Verein", "x"]);
        else
            await answer.ProblemAsync(422, "not-a-table");
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(100, false)]
    public async Task A_workbook_that_grows_endlessly_when_it_is_unpacked_is_refused(int megabytes, bool isRead)
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var file = await AWorkbookAsync(archive =>
        {
            using var entry = archive.CreateEntry("xl/media/image1.png").Open();
            for (var megabyte = 0; megabyte < megabytes; megabyte++)
                entry.Write(new byte[1 << 20]);
        });
        file.Length.ShouldBeLessThan(SpreadsheetUpload.Limit);
        var answer = SendAsync(given, file, SpreadsheetTypes.Xlsx);
        if (isRead)
            (await answer.ReadAsync<OrganisationImportDto>()).Counts.New.ShouldBe(1);
        else
            await answer.ProblemAsync(422, "not-a-table");
    }

    [Fact]
    public async Task Without_organisations_the_table_has_its_headings_and_can_be_filled_in()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        foreach (var extension in new[] { "csv", "xlsx" })
        {
            var file = await given.Coordinator.GetByteArrayAsync($"{Url(given)}/export.{extension}");
            var table = SpreadsheetReader.Read(file, 10);
            string.Join(';', table.Columns).ShouldBe(Headings.TrimEnd());
            table.Rows.ShouldBeEmpty();
        }
    }

    static async Task<byte[]> AWorkbookAsync(Action<ZipArchive> change)
    {
        var rows = new[]
        {
            new Dictionary<string, object?> { ["Name"] = "Verein", ["Gruppe"] = "Politik" },
        };
        using var file = new MemoryStream();
        file.Write(await SpreadsheetWriter.WriteAsync(SpreadsheetFormat.Xlsx, rows, "Vereine", CancellationToken.None));
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
            change(archive);
        return file.ToArray();
    }
}
