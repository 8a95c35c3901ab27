using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Participation.Migrations
{
    /// <inheritdoc />
    public partial class ContributionWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "contribution_words",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    topic_area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    word = table.Column<string>(type: "text", nullable: false),
                    contribution_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contribution_words", x => new { x.tenant, x.topic_area_id, x.word, x.contribution_id });
                });

            migrationBuilder.CreateTable(
                name: "vocabulary",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    topic_area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    word = table.Column<string>(type: "text", nullable: false),
                    stem = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vocabulary", x => new { x.tenant, x.topic_area_id, x.word });
                });

            migrationBuilder.CreateIndex(
                name: "ix_contributions_tenant_topic_area_id_points_id",
                table: "contributions",
                columns: new[] { "tenant", "topic_area_id", "points", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contributions_tenant_topic_area_id_supports_id",
                table: "contributions",
                columns: new[] { "tenant", "topic_area_id", "supports", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contribution_words_tenant_contribution_id_word",
                table: "contribution_words",
                columns: new[] { "tenant", "contribution_id", "word" });

            // The extension is a trusted one: the owner of the database may create it.
            // Row-level security binds the owner, too: what stands already is read one Landkreis at a time.
            migrationBuilder.Sql("""
                create extension if not exists pg_trgm;
                do $$ declare landkreis text; begin
                    for landkreis in select slug from known_tenants loop
                        perform set_config('app.tenant', landkreis, true);
                        insert into contribution_words (tenant, topic_area_id, word, contribution_id)
                        select tenant, topic_area_id, word, id
                        from contributions, unnest(tsvector_to_array(to_tsvector('simple', concat_ws(' ', title, text)))) as word
                        where state = 'Standing' and length(word) between 2 and 60 and (ts_lexize('german_stem', word))[1] is not null;
                        insert into vocabulary (tenant, topic_area_id, word, stem)
                        select distinct tenant, topic_area_id, word, (ts_lexize('german_stem', word))[1] from contribution_words;
                    end loop;
                    perform set_config('app.tenant', '', true);
                end $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contribution_words");

            migrationBuilder.DropTable(
                name: "vocabulary");

            migrationBuilder.DropIndex(
                name: "ix_contributions_tenant_topic_area_id_points_id",
                table: "contributions");

            migrationBuilder.DropIndex(
                name: "ix_contributions_tenant_topic_area_id_supports_id",
                table: "contributions");
        }
    }
}
