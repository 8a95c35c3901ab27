using System.Text.Json.Nodes;

namespace Integrationskonzept.Api.Tests;

public sealed class When_front_end_teams_read_the_description(MergedDocument document)
{
    [Fact]
    public void Every_operation_has_a_name_of_its_own_a_summary_and_a_tag()
    {
        document.Operations.Select(item => item.Operation["operationId"]?.GetValue<string>()).ShouldBeUnique();
        var tags = document.Json["tags"]!
            .AsArray()
            .ToDictionary(tag => tag!["name"]!.GetValue<string>(), tag => tag!["description"]?.GetValue<string>());

        Each(operation =>
            !string.IsNullOrWhiteSpace(operation["operationId"]?.GetValue<string>())
            && !string.IsNullOrWhiteSpace(operation["summary"]?.GetValue<string>())
            && operation["tags"]!.AsArray().Count > 0
            && operation["tags"]!.AsArray().All(tag => tags.ContainsKey(tag!.GetValue<string>()))
        );
        tags.Where(tag => string.IsNullOrWhiteSpace(tag.Value)).ShouldBeEmpty("tags without description");
    }

    [Fact]
    public void Every_operation_says_what_it_answers_when_all_is_well() =>
        Each(operation =>
            operation["responses"]!.AsObject().Where(answer => answer.Key[0] == '2').ToList() is { Count: > 0 } good
            && good.All(answer =>
                answer.Key == "204"
                || answer.Value!["content"]!.AsObject() is { Count: > 0 } content
                    && content.All(media => media.Value!["schema"] is not null)
            )
        );

    [Fact]
    public void Every_failure_is_problem_details()
    {
        Each(operation =>
            operation["responses"]!
                .AsObject()
                .Where(answer => answer.Key[0] is '4' or '5' or 'd')
                .All(answer =>
                    answer.Value!["content"]?["application/problem+json"]?["schema"]?["$ref"]?.GetValue<string>()
                    == "#/components/schemas/ProblemDetails"
                )
        );
        Each(operation => Has(operation, "429") && Has(operation, "default"));
        Each(operation => operation["requestBody"] is null || Has(operation, "400") && Has(operation, "413") && Has(operation, "415"));
    }

    [Fact]
    public void Every_operation_says_who_may_call_it()
    {
        string[] open =
        [
            "accept-offer-by-link",
            "answer-poll-by-link",
            "answer-representation-by-link",
            "answer-survey-by-link",
            "ask-for-contribution-link",
            "change-registration-by-link",
            "confirm-registration",
            "contribute-by-link",
            "follow-board-by-link",
            "get-answer-feed",
            "get-board-by-link",
            "get-calendar",
            "get-certificate-by-link",
            "get-edition",
            "get-invitation-link",
            "get-my-calendar",
            "get-published-survey-results",
            "get-registration-numbers",
            "get-representation",
            "get-representation-questions-by-link",
            "get-survey-by-link",
            "get-tablet",
            "get-tenant",
            "get-topic-area-calendar",
            "get-ways-in",
            "give-points-at-tablet",
            "list-contributions-at-tablet",
            "list-editions",
            "list-processes",
            "list-renditions",
            "list-retention",
            "list-tenants",
            "put-dots-by-link",
            "renew-calendar-by-link",
            "request-registration",
            "show-link",
            "show-poll-link",
            "take-back-card-by-link",
            "take-up-invitation",
            "trace-published-measure",
            "withdraw-by-link",
            "write-card-by-link",
        ];
        document
            .Operations.Where(item => item.Operation["security"]!.AsArray().Count == 0)
            .Select(item => item.Operation["operationId"]!.GetValue<string>())
            .Order(StringComparer.Ordinal)
            .ShouldBe(open);
        Each(operation => operation["security"]!.AsArray().Count == 0 || Has(operation, "401") && Has(operation, "403"));
    }

    [Fact]
    public void Every_parameter_is_described_and_every_placeholder_is_a_parameter()
    {
        Each(operation =>
            operation["parameters"]!.AsArray().All(parameter => !string.IsNullOrWhiteSpace(parameter!["description"]?.GetValue<string>()))
        );
        document
            .Operations.Where(item =>
                item.Name.Count(letter => letter == '{')
                != item.Operation["parameters"]!.AsArray().Count(parameter => parameter!["in"]!.GetValue<string>() == "path")
            )
            .Select(item => item.Name)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_answer_with_a_version_has_an_ETag_and_every_page_a_link() =>
        Each(operation =>
            operation["responses"]!
                .AsObject()
                .Where(answer => answer.Key[0] == '2' && answer.Value!["content"]?["application/json"] is not null)
                .All(answer =>
                {
                    var properties =
                        document.Resolve(answer.Value!["content"]!["application/json"]!["schema"]!)["properties"] as JsonObject ?? [];
                    return (!properties.ContainsKey("version") || answer.Value["headers"]?["ETag"] is not null)
                        && (!properties.ContainsKey("next") || answer.Value["headers"]?["Link"] is not null);
                })
        );

    [Fact]
    public void Numbers_are_numbers_and_choices_are_words()
    {
        foreach (var (name, schema) in document.Json["components"]!["schemas"]!.AsObject())
        {
            if (schema!["enum"] is not null)
                schema["type"]?.GetValue<string>().ShouldBe("string", name);
            foreach (var (property, type) in schema["properties"] as JsonObject ?? [])
                (
                    type!["type"] is JsonArray several
                    && several.Any(one => one!.GetValue<string>() is "integer" or "number")
                    && several.Any(one => one!.GetValue<string>() == "string")
                ).ShouldBeFalse($"{name}.{property}");
        }
    }

    void Each(Func<JsonObject, bool> holds) =>
        document.Operations.Where(item => !holds(item.Operation)).Select(item => item.Name).ShouldBeEmpty();

    static bool Has(JsonObject operation, string status) => operation["responses"]!.AsObject().ContainsKey(status);
}
